// SPDX-License-Identifier: Apache-2.0
/** What was read from a release, and statements on record, as text and JSON. */
@NullMarked
@NamedInterface("print")
package org.clearground.statements.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
