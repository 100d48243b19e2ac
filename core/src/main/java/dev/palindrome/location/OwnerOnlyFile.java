package dev.palindrome.location;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but their owner may read, from the moment they come to be. */
public final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnlyFile() {}

    /**
     * Makes a directory and those above it where they are missing.
     *
     * @param directory where; what is there already stays as it is
     * @throws IOException if it cannot be made
     */
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, isPosix() ? PosixFilePermissions.asFileAttribute(DIRECTORY) : acl());
        }
    }

    /**
     * What to create a file with.
     *
     * @return the rights of its owner alone
     * @throws IOException if the system does not know who the user is
     */
    public static FileAttribute<?> attributes() throws IOException {
        return isPosix() ? PosixFilePermissions.asFileAttribute(FILE) : acl();
    }

    /**
     * Takes the rights of all others away.
     *
     * @param file of this user's
     * @throws IOException if the system refuses
     */
    public static void close(Path file) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(file, FILE);
        } else {
            Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl().value());
        }
    }

    /**
     * Tells whether nobody else can read or change it.
     *
     * @param path a file or directory that is there
     * @return whether it is no link, belongs to the user who runs this JVM, and is open to nobody else
     * @throws IOException if the system does not tell
     */
    public static boolean holdsFor(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        if (isPosix()) {
            return owner.equals(user())
                    && DIRECTORY.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        }
        return Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).getAcl().stream()
                .allMatch(entry -> entry.principal().equals(owner));
    }

    /** By a file that this user makes: in some containers users have a number and no name. */
    private static UserPrincipal user() throws IOException {
        Path made = Files.createTempFile("palindrome", ".user", attributes());
        try {
            return Files.getOwner(made);
        } finally {
            Files.delete(made);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<List<AclEntry>> acl() throws IOException {
        UserPrincipal user = FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        AclEntry everything = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(everything);
            }
        };
    }
}
