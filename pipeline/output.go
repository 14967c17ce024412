package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
)

// Folder is where a batch writes. Files appear in it whole or not at all: each
// is written under a temporary name beside its place, brought to the disk, and
// then renamed. Nothing is ever written outside the folder, whatever a name or a
// symbolic link in it says.
//
// Its methods may be called from several goroutines.
type Folder struct {
	path   string
	root   *os.Root
	serial atomic.Int64
}

// OutputError says that an output could not be written; its text is a sentence
// with the way out.
type OutputError struct {
	Path string
	Err  error
}

func (e *OutputError) Error() string {
	return fmt.Sprintf("%s cannot be written: %s", e.Path, reason(e.Err))
}

func (e *OutputError) Unwrap() error { return e.Err }

// reason says in words why the system refused, and what can be done.
func reason(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "the disk is full; free some space, or write to another folder"
	case errors.Is(err, syscall.EFBIG):
		return "it would exceed the limit on the size of files; raise the limit"
	case errors.Is(err, syscall.EROFS):
		return "the file system can only be read; write to another folder"
	case errors.Is(err, fs.ErrPermission):
		return "the permission is missing; change that of the folder, or write to another one"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return "a file stands where a folder is needed; move it away, or write to another folder"
	case errors.Is(err, syscall.EISDIR):
		return "a folder has this name; move it away, or write to another folder"
	case errors.Is(err, fs.ErrNotExist):
		return "its folder is not there and cannot be made; write to another folder"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "its name is too long for the file system; give the article a shorter one"
	}
	var at *fs.PathError
	for errors.As(err, &at) {
		err = at.Err
	}
	if err.Error() == "path escapes from parent" { // os.Root has no value for it
		return "it would lie outside of the folder; take away the link that leads there, or write to another folder"
	}
	return err.Error()
}

const (
	temporaryPrefix = ".citevet-"
	temporarySuffix = ".tmp"
)

// OpenFolder opens a folder to write to, making it where it is missing, and
// removes the temporary files that killed runs have left in it. The error is an
// [OutputError].
func OpenFolder(name string) (*Folder, error) {
	f, err := openFolder(name)
	if err == nil {
		f.sweep()
	}
	return f, err
}

func openFolder(name string) (*Folder, error) {
	if err := os.MkdirAll(name, 0o777); err != nil {
		return nil, &OutputError{name, err}
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, &OutputError{name, err}
	}
	return &Folder{path: name, root: root}, nil
}

// Close ends the use of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// sweep removes what is left of processes that have ended. A leftover does no
// harm, so that it cannot be removed is no error.
func (f *Folder) sweep() {
	_ = fs.WalkDir(f.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil {
			f.sweepFile(name, entry)
		}
		return nil
	})
}

// sweepTop is sweep without the folders within, of which a folder that is not
// citevet's own may have any number.
func (f *Folder) sweepTop() {
	entries, _ := fs.ReadDir(f.root.FS(), ".")
	for _, entry := range entries {
		f.sweepFile(entry.Name(), entry)
	}
}

func (f *Folder) sweepFile(name string, entry fs.DirEntry) {
	if pid, ok := temporaryOf(entry.Name()); ok && !entry.IsDir() && !alive(pid) {
		_ = f.root.Remove(name)
	}
}

// temporaryOf returns the process that a temporary file belongs to.
func temporaryOf(name string) (pid int, ok bool) {
	name, ok = strings.CutPrefix(name, temporaryPrefix)
	if !ok || !strings.HasSuffix(name, temporarySuffix) {
		return 0, false
	}
	digits, _, ok := strings.Cut(name, "-")
	pid, err := strconv.Atoi(digits)
	return pid, ok && err == nil && pid > 0
}

// alive reports whether a process still runs, or may: where the system does not
// tell, its files are left alone.
func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return !errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// Write puts data into the file of that name, which is slash-separated and
// relative to the folder; folders within it are made. The error is an
// [OutputError], and then what stood under the name before still does.
func (f *Folder) Write(name string, data []byte) error {
	dir := path.Dir(name)
	if err := f.root.MkdirAll(dir, 0o777); err != nil {
		return f.refused(name, err)
	}
	before, err := f.root.Lstat(name)
	there := err == nil
	if there && before.IsDir() {
		return f.refused(name, syscall.EISDIR) // what renaming says of it differs from system to system
	}
	temporary := path.Join(dir, fmt.Sprintf("%s%d-%d%s", temporaryPrefix, os.Getpid(), f.serial.Add(1), temporarySuffix))
	err = f.fill(temporary, data)
	if err == nil && there && before.Mode().IsRegular() {
		// Who could not read the file before shall not now.
		err = f.root.Chmod(temporary, before.Mode().Perm())
	}
	if err == nil {
		err = f.root.Rename(temporary, name)
	}
	if err != nil {
		_ = f.root.Remove(temporary)
		return f.refused(name, err)
	}
	return nil
}

// Withdraw removes the file of that name, which an earlier run wrote and this one
// has no reason to write again; own tells it by its bytes from a file that somebody
// else put there, which stays. A file that is not there is no error, and the error
// is an [OutputError].
func (f *Folder) Withdraw(name string, own func([]byte) bool) error {
	info, err := f.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	data, err := f.root.ReadFile(name)
	if err != nil || !own(data) {
		return nil
	}
	if err := f.root.Remove(name); err != nil {
		return f.refused(name, err)
	}
	return nil
}

func (f *Folder) refused(name string, err error) error {
	return &OutputError{filepath.Join(f.path, filepath.FromSlash(name)), err}
}

// fill writes a new file and brings it to the disk.
func (f *Folder) fill(name string, data []byte) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// WriteFile puts data into the file of that path, whole or not at all as
// [Folder.Write] does. What is no regular file, a pipe or /dev/stdout, is simply
// written to. The error is an [OutputError].
func WriteFile(name string, data []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeThrough(name, data)
	}
	// A link to a file stays a link.
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	folder, err := openFolder(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer folder.Close()
	folder.sweepTop()
	return folder.Write(filepath.Base(name), data)
}

func writeThrough(name string, data []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return &OutputError{name, err}
	}
	_, err = file.Write(data)
	if err := errors.Join(err, file.Close()); err != nil {
		return &OutputError{name, err}
	}
	return nil
}
