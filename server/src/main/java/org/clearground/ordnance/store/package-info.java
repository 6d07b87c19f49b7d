// SPDX-License-Identifier: Apache-2.0
/** The register of finds. */
@NullMarked
package org.clearground.ordnance.store;

import org.jspecify.annotations.NullMarked;
