// SPDX-License-Identifier: Apache-2.0
/** Printers of bulletins: text and JSON, and the words of each language. */
@NullMarked
@NamedInterface("print")
package org.clearground.bulletins.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
