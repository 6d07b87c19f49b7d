// SPDX-License-Identifier: Apache-2.0
/** Commands that take reports in and decide on them. */
@NullMarked
package org.clearground.reports.commands;

import org.jspecify.annotations.NullMarked;
