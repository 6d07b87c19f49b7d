// SPDX-License-Identifier: Apache-2.0
/** Tables for others as workbooks, CSV with and without HXL, JSON and text. */
@NullMarked
@NamedInterface("print")
package org.clearground.tables.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
