using System.Globalization;
using System.Text.Json;
using LabTest.Hdf5;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Writer;

// LabTest.Hdf5.Writer <path> <seed> <overwrite to die at, or 0>: works on a file until it is killed. After each checkpoint a line says
// what must be in the file from now on; it goes on when it is given a line.
// LabTest.Hdf5.Writer <path> memory <steps>: makes a long recording, and says by how many bytes the process has grown.
var path = args[0];
if (args[1] == "memory")
{
    Console.WriteLine(LongRecording.Run(path, int.Parse(args[2], CultureInfo.InvariantCulture)));
    return;
}

var seed = int.Parse(args[1], CultureInfo.InvariantCulture);
var killAt = int.Parse(args[2], CultureInfo.InvariantCulture);
var options = new Hdf5FileOptions { ReuseDelay = TimeSpan.Zero };

IByteStore store = FileByteStore.OpenWrite(path, File.Exists(path) ? FileMode.Open : FileMode.CreateNew);
if (killAt > 0)
    store = new RacingStore(store, killAt, seed * 37 % 4000);
using var file = Hdf5File.Open(store, s => OpenFile.Create(s, options));
var workload = new Workload(file, seed);
var random = new Random(seed);
while (true)
{
    for (var steps = random.Next(1, 30); steps > 0; steps--)
        workload.Step();
    file.Checkpoint();
    Console.WriteLine(JsonSerializer.Serialize(workload.State));
    if (Console.ReadLine() is null)
        return;
}
