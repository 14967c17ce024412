package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// files lists what stands below a folder, with slashes.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func content(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func open(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestFolderHoldsWhatWasWrittenAndNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "reports")
	f := open(t, dir)
	for name, data := range map[string]string{"a.md": "first", "sub/b.md": "b"} {
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Write("a.md", []byte("second")); err != nil {
		t.Fatal(err)
	}
	if got, want := files(t, dir), []string{"a.md", "sub/b.md"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
	if got := content(t, dir, "a.md"); got != "second" {
		t.Errorf("a.md holds %q", got)
	}
}

func TestFolderLeavesNoTemporaryFileWhenRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a.md"), 0o777); err != nil {
		t.Fatal(err)
	}
	err := open(t, dir).Write("a.md", []byte("x"))
	var refused *OutputError
	if !errors.As(err, &refused) || refused.Path != filepath.Join(dir, "a.md") {
		t.Fatalf("got %v, want an OutputError for a.md", err)
	}
	if want := filepath.Join(dir, "a.md") + " cannot be written: a folder has this name; move it away, or write to another folder"; refused.Error() != want {
		t.Errorf("got %s", refused)
	}
	if got := files(t, dir); len(got) > 0 {
		t.Errorf("%q was left behind", got)
	}
}

func TestFolderWritesNothingOutsideItself(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	f := open(t, dir)
	for _, name := range []string{"../x.md", "link/x.md", "/x.md", "a/../../x.md"} {
		if err := f.Write(name, []byte("x")); err == nil || !strings.HasSuffix(err.Error(), "cannot be written: it would lie outside of the folder; take away the link that leads there, or write to another folder") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := files(t, outside); len(got) > 0 {
		t.Errorf("%q was written outside the folder", got)
	}
}

func TestFolderSweepsWhatKilledRunsLeft(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		".citevet-2147483646-1.tmp", // beyond every system's process numbers
		fmt.Sprintf(".citevet-%d-1.tmp", os.Getpid()),
		".citevet-notes.tmp", ".other-1-1.tmp", "a.md",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	open(t, dir)
	want := []string{fmt.Sprintf(".citevet-%d-1.tmp", os.Getpid()), ".citevet-notes.tmp", ".other-1-1.tmp", "a.md"}
	if got := files(t, dir); !slices.Equal(got, want) {
		t.Errorf("after the sweep there are %q, want %q", got, want)
	}
}

func TestFolderWithdrawsItsOwnFilesAlone(t *testing.T) {
	dir := t.TempDir()
	folder := open(t, dir)
	for name, data := range map[string]string{"own.svg": "ours", "theirs.svg": "drawn by hand"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.svg"), 0o777); err != nil {
		t.Fatal(err)
	}
	own := func(data []byte) bool { return string(data) == "ours" }
	for _, name := range []string{"own.svg", "theirs.svg", "folder.svg", "none.svg", "../none.svg"} {
		if err := folder.Withdraw(name, own); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "own.svg")); err == nil {
		t.Error("what an earlier run wrote is still there")
	}
	for _, name := range []string{"theirs.svg", "folder.svg"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestAFileKeepsItsPermissions(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "private.json")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(name, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 || content(t, name) != "x" {
		t.Errorf("it is %v, %v", info.Mode(), err)
	}
}

func TestALinkInTheFolderIsReplacedAndNotFollowed(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "article.md")
	if err := os.WriteFile(outside, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "a.md")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := open(t, dir).Write("a.md", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got := content(t, outside); got != "mine" {
		t.Errorf("the link's target holds %q", got)
	}
	if got := content(t, dir, "a.md"); got != "x" {
		t.Errorf("a.md holds %q", got)
	}
}

func TestWriteFileSweepsBesideItAlone(t *testing.T) {
	dir := t.TempDir()
	const left = ".citevet-2147483646-1.tmp" // beyond every system's process numbers
	for _, name := range []string{left, "deep/" + left} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := WriteFile(filepath.Join(dir, "x.json"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got, want := files(t, dir), []string{"deep/" + left, "x.json"}; !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
}

func TestFolderTakesManyWritersAtOnce(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	var writers sync.WaitGroup
	for i := range 20 {
		writers.Go(func() {
			if err := f.Write("same.md", []byte(strings.Repeat(fmt.Sprint(i%10), 1000))); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	got := content(t, dir, "same.md")
	if len(got) != 1000 || strings.Trim(got, got[:1]) != "" {
		t.Errorf("the writers mixed: %d bytes, %.20s", len(got), got)
	}
	if left := files(t, dir); len(left) != 1 {
		t.Errorf("%q were left", left)
	}
}

func TestWriteFileKeepsWhatIsNoPlainFile(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target.json"), filepath.Join(dir, "latest.json")
	if err := os.WriteFile(target, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v, %v", info, err)
	}
	if got := content(t, target); got != "new" {
		t.Errorf("the link's target holds %q", got)
	}
	if err := WriteFile(os.DevNull, []byte("x")); err != nil {
		t.Errorf("%s: %v", os.DevNull, err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatalf("%s is a file now", os.DevNull)
	}
}

func TestRefusalsAreSentencesWithTheWayOut(t *testing.T) {
	at := func(err error) error {
		return &OutputError{"reports/x.pdf", &fs.PathError{Op: "write", Path: "x", Err: err}}
	}
	for cause, want := range map[error]string{
		syscall.ENOSPC:       "reports/x.pdf cannot be written: the disk is full; free some space, or write to another folder",
		syscall.EACCES:       "reports/x.pdf cannot be written: the permission is missing; change that of the folder, or write to another one",
		syscall.EROFS:        "reports/x.pdf cannot be written: the file system can only be read; write to another folder",
		syscall.ENAMETOOLONG: "reports/x.pdf cannot be written: its name is too long for the file system; give the article a shorter one",
		syscall.EIO:          "reports/x.pdf cannot be written: " + syscall.EIO.Error(),
	} {
		if got := at(cause).Error(); got != want {
			t.Errorf("%v:\n got %s\nwant %s", cause, got, want)
		}
	}
}
