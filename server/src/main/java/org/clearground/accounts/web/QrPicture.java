// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as one path of squares, so that it can stand in a page without style or script.
 *
 * @param side of the whole in squares, with the quiet zone around it
 * @param path of the dark squares, in units of one square
 */
public record QrPicture(int side, String path) {

    private static final int QUIET = 4;

    static QrPicture of(String text) {
        BitMatrix squares;
        try {
            squares =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too much for a QR code", tooLong);
        }
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int begin = x;
                while (x < squares.getWidth() && squares.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M').append(begin).append(' ').append(y);
                    path.append('h')
                            .append(x - begin)
                            .append("v1h-")
                            .append(x - begin)
                            .append('z');
                }
            }
        }
        return new QrPicture(squares.getWidth(), path.toString());
    }
}
