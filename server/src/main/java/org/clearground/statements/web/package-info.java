// SPDX-License-Identifier: Apache-2.0
/** The page of a statement, its JSON, and the registers for pages. */
@NullMarked
package org.clearground.statements.web;

import org.jspecify.annotations.NullMarked;
