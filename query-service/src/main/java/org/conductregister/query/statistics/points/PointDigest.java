package org.conductregister.query.statistics.points;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * A digest of the points up to a position with the numbers that they have for members, persons and values: two logs, or two
 * programs that read one log otherwise, have different ones but by chance in four thousand million.
 */
final class PointDigest {

    private static final int ROW = 7 * Integer.BYTES;
    private static final int ROWS = 4096;

    private PointDigest() {}

    /** Computes it; O(rows). */
    static long of(IndexSnapshot index, long position) {
        var digest = new CRC32C();
        for (var unit : index.units().keySet()) {
            add(unit, index.of(unit), position, digest);
        }
        return digest.getValue();
    }

    private static void add(Unit unit, UnitSnapshot snapshot, long position, CRC32C digest) {
        var points = snapshot.points();
        var versions = snapshot.versions();
        int rows = points.sizeAt(position);
        var buffer = ByteBuffer.allocate(ROW * ROWS);
        buffer.putInt(unit.ordinal()).putInt(rows);
        for (int row = 0; row < rows; row++) {
            if (buffer.remaining() < ROW) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            int version = points.version(row);
            int transition = points.transition(row);
            buffer.putInt(points.epochDay(row))
                    .putInt(versions.member(version))
                    .putInt(versions.person(version))
                    .putInt(versions.profile(version))
                    .putInt(snapshot.transitions().from(transition))
                    .putInt(snapshot.transitions().to(transition))
                    .putInt(versions.reported(version));
        }
        digest.update(buffer.flip());
    }
}
