// SPDX-License-Identifier: Apache-2.0
/** Pages for who keeps the node: how it stands, and what its pack holds. */
@NullMarked
package org.clearground.administration.web;

import org.jspecify.annotations.NullMarked;
