// SPDX-License-Identifier: Apache-2.0
/** The pages of tables for others. */
@NullMarked
package org.clearground.tables.web;

import org.jspecify.annotations.NullMarked;
