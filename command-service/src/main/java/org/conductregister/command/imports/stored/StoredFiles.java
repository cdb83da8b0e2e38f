package org.conductregister.command.imports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files of imports by name, in a directory of this process or in a database that several nodes share. Thread-safe; a file has one
 * writer at a time, and where another node begins to write one, the writer before it writes no more.
 */
public sealed interface StoredFiles permits DirectoryFiles, DatabaseFiles {

    /**
     * Stores a file, and returns once it is there to stay; one that breaks off leaves nothing.
     *
     * @throws org.conductregister.web.ProblemException if there is no room for it
     */
    void receive(String name, InputStream content) throws IOException;

    /** Stores a document in the place of the one before; after a stop at any moment one of both is there. */
    void put(String name, byte[] content) throws IOException;

    boolean has(String name) throws IOException;

    /**
     * Reads a file.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    InputStream read(String name) throws IOException;

    /** Returns a document as it is now, whole also while it is stored anew; empty where there is none. */
    Optional<byte[]> document(String name) throws IOException;

    /** Returns all documents whose names end so, in no order. */
    List<byte[]> ending(String suffix) throws IOException;

    /** Returns how many bytes all files take together whose names end so, those that are being received here among them. */
    long bytes(String suffix) throws IOException;

    /** Returns how many bytes a file takes; 0 where there is none. */
    long size(String name) throws IOException;

    /**
     * Returns where a file lies on this machine, fetching it where it does not yet.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    Path local(String name) throws IOException;

    /**
     * Deletes a file.
     *
     * @return whether there was one: true for one of several who delete it at once
     */
    boolean delete(String name) throws IOException;

    /**
     * Takes a file out.
     *
     * @return where it lies on this machine; whoever took it deletes it there
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    Path takeOut(String name) throws IOException;

    /** Begins a file anew. */
    DurableWriter begin(String name) throws IOException;

    /** Goes on behind what a file has; a line of which only the beginning was written is ended. */
    DurableWriter goOn(String name) throws IOException;

    /** Returns a directory of this machine for what outlasts no process. */
    Path scratch();
}
