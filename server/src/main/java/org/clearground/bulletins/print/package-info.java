// SPDX-License-Identifier: Apache-2.0
/** Printers of bulletins: text, HTML, JSON. */
@NullMarked
package org.clearground.bulletins.print;

import org.jspecify.annotations.NullMarked;
