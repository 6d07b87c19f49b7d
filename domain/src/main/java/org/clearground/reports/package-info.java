/** How a report travels: submission as received, reading by a form, field report, decision. */
@NullMarked
package org.clearground.reports;

import org.jspecify.annotations.NullMarked;
