// SPDX-License-Identifier: Apache-2.0
/** What published releases say: figures read from their texts, each with the place where it stands. */
@NullMarked
package org.clearground.statements;

import org.jspecify.annotations.NullMarked;
