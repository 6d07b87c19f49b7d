// SPDX-License-Identifier: Apache-2.0
/** Pages and JSON of bulletins and figures. */
@NullMarked
package org.clearground.bulletins.web;

import org.jspecify.annotations.NullMarked;
