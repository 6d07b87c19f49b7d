// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.clearground.accounts.store.OneTimeCodes;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int PIXELS = 4;

    @Test
    void aTelephoneReadsFromThePictureWhatWasWrittenIntoIt() throws Exception {
        var address = OneTimeCodes.address(OneTimeCodes.newSecret(), "Clearground", "leyla.mammadova-2");
        var picture = QrPicture.of(address);

        assertThat(read(picture)).isEqualTo(address);
    }

    /** As a camera would see it: the path drawn in black on white. */
    private static String read(QrPicture picture) throws Exception {
        int side = picture.side() * PIXELS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var runs = RUN.matcher(picture.path());
        while (runs.find()) {
            int x = Integer.parseInt(runs.group(1)) * PIXELS;
            int y = Integer.parseInt(runs.group(2)) * PIXELS;
            int length = Integer.parseInt(runs.group(3)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + length, 0);
            }
        }
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(seen).getText();
    }
}
