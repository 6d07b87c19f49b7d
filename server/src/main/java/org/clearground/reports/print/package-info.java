// SPDX-License-Identifier: Apache-2.0
/** Reports, submissions and findings as JSON, and answers as text. */
@NullMarked
@NamedInterface("print")
package org.clearground.reports.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
