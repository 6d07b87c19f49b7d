// SPDX-License-Identifier: Apache-2.0
/** Who may do what, with whose records. */
@NullMarked
package org.clearground.access;

import org.jspecify.annotations.NullMarked;
