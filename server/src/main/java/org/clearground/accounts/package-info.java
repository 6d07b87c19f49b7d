// SPDX-License-Identifier: Apache-2.0
/** Accounts of this node: who signs in, by what, and what may be reached then. */
@NullMarked
package org.clearground.accounts;

import org.jspecify.annotations.NullMarked;
