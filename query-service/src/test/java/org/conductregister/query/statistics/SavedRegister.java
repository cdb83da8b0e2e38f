package org.conductregister.query.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.path.RegisterFold;

/** A register as it was saved. */
record SavedRegister(byte[] bytes) {

    static SavedRegister of(RegisterFold.Image image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var stream = new SaveStream(bytes);
        image.save(stream);
        stream.flush();
        return new SavedRegister(bytes.toByteArray());
    }

    /** @param ready how many records it is to hold ready */
    RegisterFold load(PointSink points, int ready) throws IOException {
        var stream = new LoadStream(new ByteArrayInputStream(bytes));
        var register = RegisterFold.load(stream, points, ready, BufferAllocator.IN_MEMORY);
        stream.finish();
        return register;
    }
}
