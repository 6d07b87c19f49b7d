// SPDX-License-Identifier: Apache-2.0
/** What every page and endpoint shares. */
@NullMarked
package org.clearground.web;

import org.jspecify.annotations.NullMarked;
