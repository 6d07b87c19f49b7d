// SPDX-License-Identifier: Apache-2.0
/** Signing in and out, and the guard before every page. */
@NullMarked
package org.clearground.accounts.web;

import org.jspecify.annotations.NullMarked;
