// SPDX-License-Identifier: Apache-2.0
/** The figures as SQL. */
@NullMarked
@NamedInterface("store")
package org.clearground.bulletins.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
