// SPDX-License-Identifier: Apache-2.0
/** Pages and JSON of reports and submissions. */
@NullMarked
package org.clearground.reports.web;

import org.jspecify.annotations.NullMarked;
