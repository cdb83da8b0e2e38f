// Verifies the log of a running register with the implementations of Go's checksum database: the checkpoint's signature, the tree
// from its tiles, the leaves in their bundles, and the register's own proofs. Arguments: address, user, password.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var address, user, password string

func get(path string) []byte {
	request, err := http.NewRequest("GET", address+"/api/v1/integrity"+path, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.SetBasicAuth(user, password)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != 200 {
		log.Fatalf("%s: %d %v %s", path, answer.StatusCode, err, body)
	}
	return body
}

type tiles struct{}

func (tiles) Height() int { return 8 }

// Go names tiles tile/8/..., tlog-tiles leaves the height out.
func (tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(wanted))
	for i, tile := range wanted {
		data[i] = get("/" + strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
	}
	return data, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func hashes(texts []string) []tlog.Hash {
	all := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		bytes, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(bytes) != tlog.HashSize {
			log.Fatalf("no hash: %s", text)
		}
		copy(all[i][:], bytes)
	}
	return all
}

func main() {
	address, user, password = os.Args[1], os.Args[2], os.Args[3]
	var state struct{ VerifierKey string }
	if err := json.Unmarshal(get(""), &state); err != nil {
		log.Fatal(err)
	}
	verifier, err := note.NewVerifier(state.VerifierKey)
	if err != nil {
		log.Fatal(err)
	}
	signed, err := note.Open(get("/checkpoint"), note.VerifierList(verifier))
	if err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || lines[0] != verifier.Name() || size == 0 {
		log.Fatalf("no checkpoint to verify with: %q", signed.Text)
	}
	tree := tlog.Tree{N: size, Hash: hashes(lines[2:3])[0]}
	reader := tlog.TileHashReader(tree, tiles{})

	for first := int64(0); first < size && first < 1024; first += 256 {
		width := min(256, size-first)
		path := fmt.Sprintf("/tile/entries/%03d", first/256)
		if width < 256 {
			path += fmt.Sprintf(".p/%d", width)
		}
		bundle := get(path)
		for i := int64(0); i < width; i++ {
			length := int(binary.BigEndian.Uint16(bundle))
			leaf := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			kept, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, first+i)})
			if err != nil || kept[0] != tlog.RecordHash(leaf) {
				log.Fatalf("leaf %d is not in the tree: %v", first+i, err)
			}
			if position := int64(binary.BigEndian.Uint64(leaf[1:])); position != first+i+1 {
				log.Fatalf("leaf %d is of position %d", first+i, position)
			}
		}
	}
	for _, position := range []int64{1, size/2 + 1, size} {
		var proof struct {
			LeafHash string
			Hashes   []string
		}
		if err := json.Unmarshal(get(fmt.Sprintf("/proof?position=%d&size=%d", position, size)), &proof); err != nil {
			log.Fatal(err)
		}
		leaf := hashes([]string{proof.LeafHash})[0]
		if err := tlog.CheckRecord(hashes(proof.Hashes), size, tree.Hash, position-1, leaf); err != nil {
			log.Fatalf("position %d: %v", position, err)
		}
	}
	for _, from := range []int64{1, size/3 + 1, size} {
		var proof struct {
			FromRoot string
			Hashes   []string
		}
		if err := json.Unmarshal(get(fmt.Sprintf("/consistency?from=%d&to=%d", from, size)), &proof); err != nil {
			log.Fatal(err)
		}
		root := hashes([]string{proof.FromRoot})[0]
		old, err := tlog.TreeHash(from, reader)
		if err != nil || old != root {
			log.Fatalf("the root of %d entries is another: %v", from, err)
		}
		if err := tlog.CheckTree(hashes(proof.Hashes), size, tree.Hash, from, root); err != nil {
			log.Fatalf("from %d: %v", from, err)
		}
	}
	fmt.Printf("Go verifies the checkpoint of %d entries, its tiles, leaves and proofs\n", size)
}
