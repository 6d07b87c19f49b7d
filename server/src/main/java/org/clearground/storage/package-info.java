// SPDX-License-Identifier: Apache-2.0
/** The store: one directory, one writer, many readers, and the seam between SQL dialects. */
@NullMarked
package org.clearground.storage;

import org.jspecify.annotations.NullMarked;
