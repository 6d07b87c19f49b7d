// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.clearground.reports.store.CorrectedRows;
import org.clearground.reports.store.FilePreview;
import org.clearground.reports.store.Intake;
import org.clearground.reports.store.WaitingImport;
import org.clearground.reports.store.WaitingUploads;
import org.clearground.storage.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files that are sent by forms go to the disk while they arrive; the server reads them when the form is looked at. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    /** Beside the file, a form has a few short fields. */
    private static final long MOST_BESIDES = 1L << 20;

    private static final int KEPT_IN_MEMORY = 1 << 16;

    @Bean
    MultipartConfigElement uploadLimits() {
        return new MultipartConfigElement(
                "", WaitingUploads.MOST_BYTES, WaitingUploads.MOST_BYTES + MOST_BESIDES, KEPT_IN_MEMORY);
    }

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true); // a file is not read before the guard has let its sender in
        return resolver;
    }

    @Bean
    WaitingUploads waitingUploads(Store store, Clock clock) {
        return new WaitingUploads(store, clock);
    }

    @Bean
    FilePreview filePreview(Store store, WaitingUploads uploads, Intake intake, Clock clock) {
        return new FilePreview(store, uploads, intake, clock);
    }

    @Bean
    CorrectedRows correctedRows(Store store, WaitingUploads uploads, Intake intake) {
        return new CorrectedRows(store, uploads, intake);
    }

    @Bean
    WaitingImport waitingImport(Store store, WaitingUploads uploads, CorrectedRows corrections, Intake intake) {
        return new WaitingImport(store, uploads, corrections, intake);
    }
}
