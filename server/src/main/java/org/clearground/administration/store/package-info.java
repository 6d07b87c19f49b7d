// SPDX-License-Identifier: Apache-2.0
/** Verification and backups of a store, and the memory of both. */
@NamedInterface("store")
@NullMarked
package org.clearground.administration.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
