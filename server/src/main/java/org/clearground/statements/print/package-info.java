// SPDX-License-Identifier: Apache-2.0
/** What was read from a release, as text and JSON. */
@NullMarked
package org.clearground.statements.print;

import org.jspecify.annotations.NullMarked;
