// SPDX-License-Identifier: Apache-2.0
/** From received files to written reports: CSV, XLSX, GeoJSON, JSON, KML. */
@NullMarked
@NamedInterface("intake")
package org.clearground.reports.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
