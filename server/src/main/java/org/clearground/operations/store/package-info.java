// SPDX-License-Identifier: Apache-2.0
/** The registers that daily reports feed: activities and finds. */
@NullMarked
@NamedInterface("store")
package org.clearground.operations.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
