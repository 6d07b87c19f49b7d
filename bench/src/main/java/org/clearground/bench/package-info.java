// SPDX-License-Identifier: Apache-2.0
/** Measurements that anyone can repeat, each beside a peer on the same machine in the same run. Nothing here is a test. */
@NullMarked
package org.clearground.bench;

import org.jspecify.annotations.NullMarked;
