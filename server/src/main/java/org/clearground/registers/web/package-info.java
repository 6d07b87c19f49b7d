// SPDX-License-Identifier: Apache-2.0
/** Pages, JSON and exports of every register. */
@NullMarked
package org.clearground.registers.web;

import org.jspecify.annotations.NullMarked;
