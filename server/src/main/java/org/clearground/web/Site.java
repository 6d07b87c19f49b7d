// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What Spring starts when the site is served: the controllers of every module. */
@SpringBootApplication(scanBasePackages = "org.clearground")
public class Site {}
