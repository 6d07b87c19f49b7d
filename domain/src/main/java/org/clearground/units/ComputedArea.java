// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

/** An area measured on the polygon that was reported, on the WGS 84 ellipsoid. See {@link DeclaredArea}. */
public record ComputedArea(SquareMetres area) {}
