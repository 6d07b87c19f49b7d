// SPDX-License-Identifier: Apache-2.0
/** Keeping a node well: how it stands, verification, backups, and what its country pack holds. */
@NullMarked
package org.clearground.administration;

import org.jspecify.annotations.NullMarked;
