// SPDX-License-Identifier: Apache-2.0
/** Files as they arrive: digest, encoding, and the rows of whatever kind of table they hold. */
@NullMarked
package org.clearground.imports;

import org.jspecify.annotations.NullMarked;
