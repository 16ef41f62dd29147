using Cornerstone.Bench;
using Cornerstone.Bench.Accuracy;
using Cornerstone.Bench.Faults;
using Cornerstone.Bench.Load;
using Cornerstone.Bench.Scale;
using Cornerstone.Bench.Timing;

var options = new Options(args);
switch (args.FirstOrDefault())
{
    case "accuracy":
        return AccuracyBench.Run(options);
    case "speed":
        return TextSpeed.Run(options);
    case "library":
        return await LibraryBench.RunAsync(options);
    case "iati":
        return IatiBench.Run(options);
    case "sheets":
        return await SheetsBench.RunAsync(options);
    case "journal":
        return await JournalBench.RunAsync(options);
    case "sealing":
        return await SealingBench.RunAsync(options);
    case "ledger":
        return await LedgerBench.RunAsync(options);
    case "import":
        return await ImportBench.RunAsync(options);
    case "twins":
        return TwinsBench.Run(options);
    case "scale":
        return await ScaleBench.RunAsync(options);
    case "load":
        return await LoadBench.RunAsync(options);
    case "timing":
        return await TimingBench.RunAsync(options);
    case "faults" when OperatingSystem.IsLinux():
        return await FaultsBench.RunAsync(options);
    case "damaged":
        return DamagedBench.Run(options);
    case FaultWriter.Verb:
        return await FaultWriter.RunAsync(args[1]);
    default:
        Console.Error.WriteLine("accuracy [--form clean|layout] [--lang en|fr|ar] [--failures N] [--data DIR]");
        Console.Error.WriteLine("speed [--rounds N] [--data DIR]");
        Console.Error.WriteLine("library [--data DIR]");
        Console.Error.WriteLine("iati [--size MB] [--rounds N] [--data DIR]");
        Console.Error.WriteLine("sheets [--rows N]");
        Console.Error.WriteLine("ledger [--activities N] [--parts N] [--rounds N] [--page PATH]");
        Console.Error.WriteLine("import [--size MB] [--rounds N] [--again yes] [--data DIR]");
        Console.Error.WriteLine("twins [--data DIR]");
        Console.Error.WriteLine("scale [--rounds N] [--folder DIR] [--only lights|pages|import] [--page PATH] [--slow yes]");
        Console.Error.WriteLine("sealing [--dossiers N]");
        Console.Error.WriteLine("journal [--entries N]");
        Console.Error.WriteLine("load [--people N] [--public N] [--seconds N] [--storm exports|spray|slow]");
        Console.Error.WriteLine("damaged [--minutes N] [--seed N] [--data DIR]");
        Console.Error.WriteLine("timing [--samples N] [--only addresses,lists,files,forms,passwords] [--page TEXT|ADDRESS,ADDRESS] [--each N] [--open MINUTES]");
        Console.Error.WriteLine("faults [--points N] [--kind kill|power|connections|clock|broken|readonly|full|import] [--blind yes]");
        return 2;
}
