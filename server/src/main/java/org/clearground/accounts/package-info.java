// SPDX-License-Identifier: Apache-2.0
/** Who may use this node, and how it is told where else they may sign in. */
@NullMarked
package org.clearground.accounts;

import org.jspecify.annotations.NullMarked;
