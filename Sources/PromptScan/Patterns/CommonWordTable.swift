// The most common words of prompts, counted over public ones; most common first.

/// A thousand words, each in lower case and at most 16 bytes.
let commonWords = """
  a of in the and by with ar on detailed art painting style 9 artstation 16 cinematic render
  realistic an octane lighting portrait beautiful highly high 8k intricate concept trending black
  3 photo white hyper 8 5 4 light dark wearing 2 to unreal from illustration red digital greg blue
  engine fantasy rutkowski 1 4k k face h at background w detail man epic made s is city sharp
  artgerm shot full woman no focus oil hair as it dramatic photography eyes photorealistic mucha
  ultra aspect matte girl uplight up design details hd view old space photograph symmetrical
  character landscape yellow cyberpunk body alien wide night sky long colors futuristic forest
  golden 3d film volumetric large 0 elegant smooth green post alphonse cat craig studio 7 that
  very standing d colorful holding like anime tree robot james hyperrealistic field cute
  composition mullins front color out ornate resolution peter soft two moody giant young realism
  glowing quality close into angle water fi ghibli ink metal over sci head street people game jean
  wlop movie flowers abstract glass clouds top mountain lights inside poster neon next cgsociety
  still looking small van painted wall mohrbacher female horror 10 kuvshinov drawing paper hat 6
  ilya ancient car big makoto human shinkai book statue atmosphere three its house moon
  masterpiece for are deep middle extremely room rendered image sunset environment atmospheric
  through sitting one gold gothic psychedelic fire architecture world processing ross japanese
  orange super steampunk has depth playing dof dog armor smoke bright skin warrior around vibrant
  god lens sun 11 wallpaper wood brown his leather suit stone dragon card perfect giger mask table
  day above insanely rossdraws real watercolor fine symmetry battle fractal trees ocean great john
  pink floating sculpture horse huge texture ratio building monster desert stop tran dynamic ray
  rule test vintage temple logo artwork tarot thirds paint clean medieval stunning winning low
  line down award shirt flying road purple wooden moebius cartoon spaceship train illumination
  muted pixar massive river magical palette all scene fog camera interior creature star contrast t
  castle centered surreal tall comic modern dress jacket planet 1920 cosmic cyborg magic back
  vector beach extreme storm war hand sketch smiling 35mm marc pastel retro skull flower beeple
  macro sea her lake there machine 1080 blur mechanical mm earth surrounded side rhads thomas
  animal station cover 20 inspired sword life time fish tower 12 brutalist simonetti crystal new
  demon male pixiv tom eating many shiny covered set fashion frank model grass stars pattern under
  17 21 miyazaki shaded goddess gurney krenz lois loish luxury nouveau perspective written owl
  canvas coming clothes beksinski charlie mike scary tracing vivid colored eye shape flowing hdr
  tim walking tiger valley fighting ship baarle definition global mecha michael underwater silver
  abandoned behance robert coffee astronaut half behind ground sunrise toy hypermaximalist air
  figure king food apocalyptic iridescent william magazine distance rain punk window sign cushart
  evil frame organic looks garden mountains wild wings key egyptian bowater complex industrial
  patterns pose scale simon cave nebula box other jungle knight dead grotty jesper portal dressed
  graffiti colours creepy ejsing flat hybrid bear waves picture ethereal hyperrealism manga
  polaroid symbol lightning mist chinese square while glasses happy without 1024 clay designed
  laboratory photographic truck aerial baroque wind rock concrete left buildings ice snow
  dystopian ominous volume wayne wet marble sunny filled sand reflection pyramid crowd faces
  screen blueprint death foggy leyendecker natural warm shaped heart fairy lots boy person helmet
  mignola minimalist nihei short stanley trump renaissance single horizon lines four waterfall
  angel bagshaw establishing features pinterest print yang grey layers princess cityscape wizard
  de bird energy brian colour gorgeous graphic liminal porcelain beard tiny thick look frog action
  little plants profile translucent riding copper ghost rendering victorian american heavy iron
  town hill professional leaves foreground aesthetic circa david deviantart floria hell
  hyperdetailed kinkade scifi tsutomu yin drawn angry floor family hokusai island door 80 bokeh
  closeup concepts disney elite hour klimt liquid lush overgrown refer samurai shapeshifter victo
  c monet text blonde queen child f flag open reading map 2000 animation exquisite foil froud
  future heaven houdini medium misty photorealism rays tintype baby morning right being carved
  windows about each 1800s anthropomorphic aw effect footage geometry mysterious ngai particles r
  shadows sigismondi stormy be coral i jumping tennis surface bowl ashley clear donald dripping
  jeremy painterly photoreal universe wars zdzis court costume witch sunglasses computer living
  dinosaur amano century danny dmt dreamy flash machinarium rockwell video lit rainy round strange
  but center you ball cowboy boris lau military norman screenshot vallejo vampire villeneuve
  village shining some cloud raccoon adams barlowe devito diorama geometric giancola gun haired
  pale roger simple squirrel plate beer crown conductor off children near 1792 600 blurry chaos
  dancing donato hard ivan m mech mystical rainbow risograph sense stylized tones vast yoshida
  growing dust love mixed pen plastic motorcycle running setting elephant 19 acrylic ambient
  andreas andrei asian attractive beautifully gloomy grain humanoid matt nightmare sacred skeleton
  work outside rim panda fox wave cats downtown microphone vase 1000 2160 albert batman featured
  grainy mapplethorpe mark processed pulp riabovitchev ruan walker wires zbrush chair nature party
  stands sphere cloudy between seen plant brick liberty silhouette cables cinema colourful com
  deco gear glow gustave hr manchess shinkawa surrealism teeth uhd women awe dirt fluffy edge my
  tank metallic tv who can empty group mouse canyon 350 complexity eerie end frazetta futurism
  glossy huang j jia joe minimal mullens otomo rocha scheme specular tech tentacles vines yoji
  against circle album skulls church skyscraper brain textured park basketball bottles charcoal
  hot turtle using anatomy armour brass bussiere dawn dirty facial furry glitch jellyfish johnson
  length magali mahurin noise ski spirit transparent walls walter pickup below elf away robotic
  quarters tornado snake balls bowtie york wash lisa accurate ansel breath crowded emma evening
  katsuhiro leibovitz matrix neo outfit pretty product radiant redshift rich soviet stalenhag
  structure vibe yoshitaka darkness dream fancy roses steel arms galaxy souls garbage wheel
  sticker them skateboard 13 15 2d amazing basquiat chris dimension
  """
