// SPDX-License-Identifier: Apache-2.0
/** Operations: tasks, activities, daily reports. So far their registers. */
@NullMarked
package org.clearground.operations;

import org.jspecify.annotations.NullMarked;
