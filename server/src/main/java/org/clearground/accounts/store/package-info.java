// SPDX-License-Identifier: Apache-2.0
/** Accounts, passwords, links and the log of the door, as tables of this node. */
@NamedInterface("store")
@NullMarked
package org.clearground.accounts.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
