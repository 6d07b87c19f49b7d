// SPDX-License-Identifier: Apache-2.0
/** The registers of finds, for pages. */
@NullMarked
package org.clearground.operations.web;

import org.jspecify.annotations.NullMarked;
