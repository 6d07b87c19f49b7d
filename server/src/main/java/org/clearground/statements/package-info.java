// SPDX-License-Identifier: Apache-2.0
/** Texts of published releases, as they are received and as what was read from them is shown. */
@NullMarked
package org.clearground.statements;

import org.jspecify.annotations.NullMarked;
