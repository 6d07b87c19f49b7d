// SPDX-License-Identifier: Apache-2.0
/** The country pack: its files, languages and sentences. */
@NullMarked
package org.clearground.packs;

import org.jspecify.annotations.NullMarked;
