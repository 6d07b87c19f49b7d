// SPDX-License-Identifier: Apache-2.0
/** The public site: published editions as static files, the same in a folder and on the node. */
@NullMarked
@NamedInterface("site")
package org.clearground.bulletins.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
